import { expect, test } from "vitest";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import {
  readSearchOfCall,
  selectListedIds,
} from "#app/domain/triage/listed-ids.server.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenCall } from "#app/tasks/demo/factories.ts";
import { anyLead } from "#tests/given/people.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { fillQueue, givenLargeQueue } from "#tests/given/queues.ts";
import { readQueryPlans } from "#tests/setup/query-plans.ts";

const now = new Date("2021-03-01T10:00:00.000Z");

/** What may be walked whole, each for a reason. */
const walked = [
  // The index of words.
  /SCAN (response_search|note_search|noted|answer_search) VIRTUAL TABLE INDEX/,
  // Few against the responses, and by an index that has all that is asked for.
  /SCAN notes USING COVERING INDEX/,
  // Those that may be meant, as far as to see whether they are few.
  /SCAN (passages|response_tags|picked) USING (COVERING )?INDEX/,
  // In the order of the list, a page or a thousand of it.
  /SCAN responses USING (COVERING )?INDEX/,
  // The few that are frozen.
  /SCAN frozen USING COVERING INDEX responses_flagged/,
  // The names that a key may mean.
  /SCAN (tags|staff|calls|call_definitions|response_counts|held_back)/,
  /SCAN (some|counted|listed|\(join)/,
];

const keys = [
  "worker",
  "worker -harm",
  "worker OR harm",
  "type:parent",
  "q2:worker",
  "tag:school",
  "tag:none",
  "state:triaged",
  "by:me",
  "decided-by:me",
  "tagged-by:me",
  "assigned:me",
  "claimed:me",
  "claimed:none",
  "skipped:me",
  "skipped:any",
  "skipped:none",
  "age:>3d",
  "received:2021-01",
  "words:>500",
  "has:file",
  "has:note",
  "has:memo",
  "has:passage",
  "has:evidence",
  "has:earlier",
  "has:reader",
  "due:overdue",
  'has:"file without text"',
  "flag:safeguarding",
  "consent:no",
  "note:worker",
  "channel:web",
  "ref:7K4M",
  "number:12",
  "sort:newest",
  "sort:longest",
  "sort:shortest",
  "sort:longest state:to-do",
  "sort:oldest state:to-do",
];

test("every key of a search is answered from an index", async () => {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await givenCall(db, { definition: callForAdvice });
  await fillQueue(db, 1_000, queue);
  const staffId = queue.staffIds[0] ?? "";
  for (const q of keys) {
    const filter = { ...wholeQueue, q, state: "all" as const };
    const viewer = { staffId, role: "reviewer" as const };
    const plans = await readQueryPlans(db, (watched) =>
      selectQueuePage(watched, { filter, viewer, now }),
    );
    const scans = plans
      .flatMap((plan) => plan.split("\n"))
      .filter((line) => line.startsWith("SCAN "))
      .filter((line) => !walked.some((pattern) => pattern.test(line)));
    expect({ q, scans }).toEqual({ q, scans: [] });
  }
});

test("an order that is asked for is walked, and not sorted", async () => {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await fillQueue(db, 1_000, queue);
  const viewer = {
    staffId: queue.staffIds[0] ?? "",
    role: "reviewer" as const,
  };
  for (const sort of ["oldest", "newest", "longest", "shortest"] as const)
    for (const state of ["all", "to-do"] as const) {
      const filter = { ...wholeQueue, sort, state };
      const plans = await readQueryPlans(db, (watched) =>
        selectQueuePage(watched, { filter, viewer, now }),
      );
      const sorted = plans
        // A sample of four hundred.
        .filter((plan) => !plan.includes("MATERIALIZE places"))
        .filter((plan) =>
          /responses[^]*TEMP B-TREE FOR (LAST|ORDER)/.test(plan),
        );
      const isSortedByDay = state === "to-do" && sort === "newest";
      expect({ sort, state, sorted: isSortedByDay ? [] : sorted }).toEqual({
        sort,
        state,
        sorted: [],
      });
    }
});

test("the ids of a list are walked by the primary key, and nothing is sorted for a part of them", async () => {
  const { db } = openTestDatabase();
  const queue = await givenLargeQueue(db);
  await fillQueue(db, 1_000, queue);
  const callSlug = queue.callSlugs[0] ?? "";
  const asked = { viewer: anyLead, callSlug, now };
  for (const search of ["", "state:to-do", "state:triaged", "words:>5"]) {
    const found = await readSearchOfCall(db, { ...asked, search });
    const { conditions } = found;
    const plans = await readQueryPlans(db, (watched) =>
      selectListedIds(watched, conditions, 1),
    );
    expect({ search, plans: plans.join("\n") }).toEqual({
      search,
      plans: expect.not.stringContaining("TEMP B-TREE") as string,
    });
  }
});
