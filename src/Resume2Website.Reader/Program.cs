using Resume2Website.Extraction;
using Resume2Website.Reader.Serving;

MatchTimeLimit.Set();

return args switch
{
    [] => await ReaderLoop.RunAsync(),
    ["dump", .. var rest] => DumpCommand.Run(rest, Console.Out, Console.Error),
    _ => DumpCommand.Help(args is ["--help" or "-h"] ? Console.Out : Console.Error, isAskedFor: args is ["--help" or "-h"]),
};
