global using Microsoft.Playwright;
global using Shouldly;
global using TargetLedger.Browser.Support;
global using Xunit;
