/** One thing to do later: a new start takes the place of the one before. */
export function makeTimer(gone: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  gone.addEventListener("abort", stop);
  return {
    start: (milliseconds: number, run: () => unknown) => {
      stop();
      timer = setTimeout(run, milliseconds);
    },
    stop,
  };
}
