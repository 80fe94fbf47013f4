global using Shouldly;
global using TargetLedger.Scenarios.Support;
global using Xunit;
