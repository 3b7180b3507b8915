return Bench.Commands.CommandLine.Run(args);
