[assembly: AssemblyFixture(typeof(Resume2Website.Server.Tests.RunningServer))]
