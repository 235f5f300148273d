import type { Server } from "node:http";
import type { Logger } from "pino";

type StopOptions = {
  logger: Logger;
  /** How long requests under way may take to end before they are cut. */
  graceMilliseconds: number;
  /** Runs when no request is left: ends the worker, closes the database. */
  afterLastRequest: () => Promise<void>;
};

/**
 * Stops as asked by Ctrl-C, by a service manager or by the end of the process
 * that started this one: nothing new is let in, what is under way ends.
 */
export function stopOnSignals(server: Server, options: StopOptions) {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    options.logger.info("Heard stops when the requests under way have ended");
    setTimeout(
      () => server.closeAllConnections(),
      options.graceMilliseconds,
    ).unref();
    server.close(() => {
      options
        .afterLastRequest()
        .then(() => process.exit(0))
        .catch((error: unknown) => {
          options.logger.error({ error }, "Heard could not stop in order");
          process.exit(1);
        });
    });
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);
}
