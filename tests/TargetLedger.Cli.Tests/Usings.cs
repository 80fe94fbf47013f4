global using Shouldly;
global using TargetLedger.Testing;
global using Xunit;
