import type { Db } from "#app/db/schema.ts";
import {
  type EndOfMove,
  findEndOfMove,
} from "#app/domain/keeping/ends-of-move.server.ts";
import { OperatorError } from "#app/operator-error.ts";

/** @throws an OperatorError where nobody is to work on the database, because it is one end of a move. */
export async function refuseMoved(db: Db): Promise<void> {
  const end = await findEndOfMove(db);
  if (end) throw new OperatorError(describeEnd(end));
}

function describeEnd({ side, finishedAt }: EndOfMove): string {
  if (side === "target")
    return "What is in this database has not come over whole. npm run move, with the settings that it was begun with, goes on with it.";
  return finishedAt === null
    ? "This database is being moved, and takes no writing meanwhile. npm run move goes on with it; npm run move -- --take-back gives it up."
    : `This database was moved elsewhere on ${finishedAt.slice(0, 10)}, and stands here as it was left. The settings should name the other one. Only if nobody has written there since: npm run move -- --take-back`;
}
