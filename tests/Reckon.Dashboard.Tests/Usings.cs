[assembly: AssemblyFixture(typeof(Reckon.Dashboard.Tests.Browsing.Browser))]
[assembly: AssemblyFixture(typeof(Reckon.Dashboard.Tests.Browsing.SmallSweep))]
