import type { LoaderFunction } from "@remix-run/node";
import { expect, inject, test } from "vitest";
import { openReading, readMuchBy } from "#app/db/reads-beside.server.ts";
import { loader as ledger } from "#app/routes/review.ledger.tsx";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as tag } from "#app/routes/review.tags_.$tag.tsx";
import { loader as print } from "#app/routes/review.tags_.$tag_.print.tsx";
import { loader as tables } from "#app/routes/review.tags_.tables.tsx";
import { loader as tags } from "#app/routes/review.tags.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestFile } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** What is asked, and what part of a statement tells that its list or count went there. */
const readInTheThread: [string, LoaderFunction, RegExp][] = [
  ["/review/queue", queue, /words_key/],
  ["/review/queue?same=apart&q=care", queue, /response_search/],
  ["/review/queue?same=apart&state=all&sort=due", queue, /due_on/],
  ["/review/queue?same=apart&assignee=me", queue, /assign/],
  ["/review/tags", tags, /count/],
  ["/review/tags/1", tag, /passages/],
  ["/review/tags/1/print", print, /passages/],
  ["/review/tags/tables", tables, /passages/],
  ["/review/ledger", ledger, /events/],
];

test.skipIf(inject("postgres"))(
  "lists, counts and tables that may look through much are read in the thread, and the first page is not",
  async () => {
    const { db, file } = openTestFile();
    await givenQueue(db, 3);
    const context = await makeTestContext(db);
    const { cookie } = await signInAs(context, "lead", "Lena");
    await db
      .insertInto("tags")
      .values({
        ...{ name: "Housing", name_key: "housing", definition: "" },
        ...{ parent_id: null, created_by: null, retired_at: null },
        created_at: "2026-11-20T10:00:00.000Z",
      })
      .execute();
    const asked: string[] = [];
    const read = openReading(file);
    readMuchBy(db, async (statement) => {
      asked.push(statement.sql);
      return read(statement);
    });
    const open = async (path: string, loader: LoaderFunction) => {
      asked.length = 0;
      const params = { tag: "1" };
      await ask(loader, { context, path, params, cookie });
      return asked.join("\n");
    };
    for (const [path, loader, says] of readInTheThread)
      expect(await open(path, loader), path).toMatch(says);
    expect(await open("/review/queue?same=apart", queue)).toBe("");
  },
);
