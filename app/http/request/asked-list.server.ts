import { selectQueueChoices } from "#app/domain/triage/queue.server.ts";
import {
  filterOptionsOf,
  readQueueFilter,
} from "#app/domain/triage/queue-filter.ts";
import { queueAddress } from "#app/addresses.ts";
import type { RequestContext } from "./context.server.ts";

/** What stands in the address beside the list. */
const others = ["deed", "page"];

/** The list of the queue that a page beside it is about, by the parameters of its address. */
export async function askedList(
  request: Request,
  { db }: Pick<RequestContext, "db">,
) {
  const parameters = new URL(request.url).searchParams;
  for (const name of others) parameters.delete(name);
  const choices = await selectQueueChoices(db);
  const { filter, ignored } = readQueueFilter(
    parameters,
    filterOptionsOf(choices),
  );
  return { choices, filter, ignored, path: queueAddress(parameters) };
}
