using Bare;

return args switch
{
    ["serve", var address, var headers, var body] => await PageServer.RunAsync(address, headers, body),
    ["insert", var file, var seconds] => RowWriter.Run(file, TimeSpan.FromSeconds(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("Bare serve ADDRESS HEADERS BODY | Bare insert FILE SECONDS");
    return 2;
}
