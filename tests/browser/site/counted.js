// Counts timers and listeners of abort signals that are outstanding. It has to be there before the package is loaded.

{
  const timers = new Set();
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  globalThis.setTimeout = (act, ms, ...given) => {
    const timer = set(() => {
      timers.delete(timer);
      act(...given);
    }, ms);
    timers.add(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    timers.delete(timer);
    clear(timer);
  };

  let listeners = 0;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const held = new WeakMap();
  const listenersOf = (signal) => held.get(signal) ?? held.set(signal, new Set()).get(signal);
  AbortSignal.prototype.addEventListener = function (type, listener, ...more) {
    const own = listenersOf(this);
    if (!own.has(listener)) listeners += 1;
    own.add(listener);
    return add.call(this, type, listener, ...more);
  };
  AbortSignal.prototype.removeEventListener = function (type, listener, ...more) {
    if (listenersOf(this).delete(listener)) listeners -= 1;
    return remove.call(this, type, listener, ...more);
  };

  globalThis.counted = () => ({ timers: timers.size, listeners });

  // The memory of the modules that are instantiated, in bytes.
  const memories = [];
  const keep = (instance) => {
    const { memory } = instance.exports;
    if (memory) memories.push(memory);
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      keep(made.instance ?? made);
      return made;
    };
  }
  globalThis.wasmBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
