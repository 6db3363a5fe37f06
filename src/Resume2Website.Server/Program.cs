using Resume2Website.Server.Hosting;

return await ServerHost.RunAsync(args);
