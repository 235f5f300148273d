import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import {
  type QueueFilter,
  wholeQueue,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import {
  givenCall,
  givenResponse,
  type ResponseOverrides,
  someAdvice,
} from "#app/tasks/demo/factories.ts";
import { openTestDatabase } from "./database.ts";
import { givenColleague } from "./people.ts";
import { first, now, second } from "./searches.ts";

/** A call, a lead, and a way to send texts to it, a day after one another. */
export async function givenWords() {
  const { db } = openTestDatabase();
  const call = await givenCall(db);
  const lead = await givenColleague(db, { role: "lead" });
  const references: string[] = [];
  const say = async (texts: string[], overrides: ResponseOverrides = {}) => {
    const [one = "", two] = texts;
    const sent = await givenResponse(db, {
      call,
      receivedAt: new Date(Date.UTC(2021, 1, 1 + references.length)),
      answers: {
        ...someAdvice,
        [first]: one,
        ...(two !== undefined && { [second]: two }),
      },
      ...overrides,
    });
    await indexResponse(db, sent);
    references.push(sent.reference);
    return sent;
  };
  /** The lines of a list: which of those that were sent, from 1, and for how many more it stands. */
  const lines = async (change: Partial<QueueFilter> = {}) => {
    const page = await selectQueuePage(db, {
      ...{ filter: { ...wholeQueue, ...change }, viewer: lead, now },
    });
    return page.rows.map(({ reference, sameCount }) => [
      references.indexOf(reference) + 1,
      sameCount,
    ]);
  };
  return { db, call, lead, references, say, lines };
}
