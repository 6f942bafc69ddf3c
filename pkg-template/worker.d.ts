// The worker has no exports: it is started with `new Worker(...)`, and given to `normalizeIdentifiers`.
export {};
