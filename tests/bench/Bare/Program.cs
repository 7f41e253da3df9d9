using Bare;

return args switch
{
    ["serve", var address, var headers, var body] => await PageServer.RunAsync(address, headers, body),
    ["insert", var file, var seconds] => RowWriter.Run(file, TimeSpan.FromSeconds(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))),
    ["count", var file, var table] => RowWriter.Count(file, table),
    ["mail", var port] => await MailPeer.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("Bare serve ADDRESS HEADERS BODY | Bare insert FILE SECONDS | Bare count FILE TABLE | Bare mail PORT");
    return 2;
}
