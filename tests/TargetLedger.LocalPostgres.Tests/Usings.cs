global using Shouldly;
global using Xunit;
global using TargetLedger.Testing;
