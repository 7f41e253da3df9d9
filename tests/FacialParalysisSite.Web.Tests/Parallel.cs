// These tests wait for programs, sockets and disks most of the time: with one thread a processor, half of each is idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
