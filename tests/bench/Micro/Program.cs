using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Micro;

// In this process: another one would be built from a folder of its own, where the locked packages are not.
var config = DefaultConfig.Instance.AddJob(Job.MediumRun.WithLaunchCount(1).WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "micro"));
return BenchmarkRunner.Run<ContentBenchmarks>(config, args).HasCriticalValidationErrors ? 1 : 0;
