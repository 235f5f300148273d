import type { DatabasePlace } from "./connection.server.ts";
import { connectForReading } from "./sqlite.server.ts";

/** Counts what was committed, by whatever process, in a way that costs next to nothing to ask. */
export type ChangeCounter = { read: () => number; close: () => void };

/**
 * SQLite tells a connection when another has committed, so this one is for
 * nothing else. A PostgreSQL would have to be asked over the network: there the
 * count stands still, and whoever keeps something must not keep it long.
 */
export function openChangeCounter(place: DatabasePlace): ChangeCounter {
  if ("url" in place) return { read: () => 0, close: () => undefined };
  const connection = connectForReading(place.file);
  connection.pragma("busy_timeout = 0");
  const version = connection.prepare("pragma data_version").pluck();
  return {
    read: onceATurn(() => Number(version.get())),
    close: () => void connection.close(),
  };
}

/** Who asks in the same turn of the event loop is told the same: what another has sent since is read in the next. */
function onceATurn<Found>(find: () => Found): () => Found {
  let known: { found: Found } | undefined;
  return () => {
    if (!known) {
      known = { found: find() };
      setImmediate(() => (known = undefined));
    }
    return known.found;
  };
}
