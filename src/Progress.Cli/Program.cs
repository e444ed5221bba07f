using Progress.Cli;

return CommandLine.Run(args);
