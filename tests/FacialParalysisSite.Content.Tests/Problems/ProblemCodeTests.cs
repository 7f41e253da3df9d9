using System.Reflection;
using FacialParalysisSite.Content.Problems;

namespace FacialParalysisSite.Content.Tests.Problems;

public sealed class ProblemCodeTests
{
    [Fact]
    public void All_EveryCode_HasABrokenFixtureOrATest()
    {
        var byFixture = ProblemFixture.Names.SelectMany(name => ProblemFixture.Load(name).Expected).Select(line => line[^6..]);
        var byTest = typeof(ProblemCodeTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<CoversAttribute>()).Select(covers => covers.Code);

        var uncovered = ProblemCode.All.Select(code => code.Id).Except(byFixture.Concat(byTest), StringComparer.Ordinal);

        Assert.Empty(uncovered);
    }

    [Fact]
    public void All_EveryCode_IsThereOnceAndInOrder()
    {
        var codes = ProblemCode.All.Select(code => code.Id).ToList();

        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void All_EveryFixture_IsNamedAfterACodeItExpects() =>
        Assert.All(ProblemFixture.Names, name => Assert.Contains(ProblemFixture.Load(name).Expected, line => line.EndsWith(name[..6], StringComparison.Ordinal)));
}
