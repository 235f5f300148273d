import { sendBesideImport, type Waits } from "./beside-import.ts";
import { sendBesideBulk } from "./beside-bulk.ts";
import { sendFilesAtOnce, sendFilesToFloor } from "./files-at-once.ts";
import { type Heard, openHeard } from "./heard.ts";
import { figure, printLine } from "./lines.ts";
import { startFloor } from "./portal.ts";
import { peakMegabytes, stopServer } from "./servers.ts";

const importedRows = 10_000;
const taggedResponses = 10_000;
const people = 500;
const fileBytes = 2_000_000;

type Of = { seconds: number; port: number };

/** What is no page asked for again and again, each on a Heard of its own. */
export const rushes = [
  {
    title: "16 senders beside an import of 10,000 rows",
    drafts: 2_000,
    async run(heard: Heard, { seconds }: Of) {
      const of = { rows: importedRows, seconds: seconds * 3 };
      const { alone, beside, importSeconds } = await sendBesideImport(
        heard,
        of,
      );
      printLine("16 senders, ms", ["      p50      p99  longest    sends"]);
      printLine("without an import", waitFigures(alone));
      const took = importSeconds.toFixed(0);
      printLine(`beside an import of ${took} s`, waitFigures(beside));
    },
  },
  {
    title: "16 senders beside a bulk tag of 10,000",
    drafts: 2_000,
    responses: taggedResponses,
    async run(heard: Heard, { seconds }: Of) {
      const { alone, preview, beside, took } = await sendBesideBulk(heard, {
        seconds: seconds * 2,
      });
      printLine("16 senders, ms", ["      p50      p99  longest    sends"]);
      printLine("without a bulk action", waitFigures(alone));
      const [gathered, done] = took.map((one) => one.toFixed(0));
      printLine(`beside its preview of ${gathered} s`, waitFigures(preview));
      printLine(`beside its ${done} s`, waitFigures(beside));
    },
  },
  {
    title: "500 people send 2 MB files at once",
    drafts: people,
    async run(heard: Heard, { port }: Of) {
      const sent = await sendFilesAtOnce(heard, fileBytes);
      printLine("500 people, 2 MB each", [
        "    taken     busy  refused     lost    p50 s    p95 s  peak MB",
      ]);
      printLine("Heard", [
        ...[sent.taken, sent.busy, sent.refused, sent.lost].map((count) =>
          figure(count, 0),
        ),
        figure(sent.p50 / 1000, 2),
        figure(sent.p95 / 1000, 2),
        figure(sent.peakMegabytes ?? NaN, 0),
      ]);
      if (sent.firstRefusal)
        throw new Error(
          `One was answered ${sent.firstRefusal.status}: ${sent.firstRefusal.text}`,
        );
      await measureFloor({ folder: heard.folder, port });
    },
  },
];

/** How much of the time is the sending and the keeping alone, on this machine and beside these senders. */
async function measureFloor({
  folder,
  port,
}: {
  folder: string;
  port: number;
}) {
  const of = { folder, port, responses: 1, number: 1 };
  const floor = await startFloor("bench/floor/server.ts", of);
  try {
    const origin = `http://localhost:${port + of.number}`;
    const sent = await sendFilesToFloor(origin, { people, fileBytes });
    printLine("bare Node", [
      figure(sent.taken, 0),
      ...Array<string>(3).fill("-".padStart(9)),
      figure(sent.p50 / 1000, 2),
      figure(sent.p95 / 1000, 2),
      figure(peakMegabytes(floor) ?? NaN, 0),
    ]);
  } finally {
    await stopServer(floor);
  }
}

function waitFigures({ p50, p99, longest, count }: Waits) {
  return [figure(p50), figure(p99), figure(longest), figure(count, 0)];
}

export async function runRush(
  { drafts, responses = 3_000, run }: (typeof rushes)[number],
  { port, seconds }: { port: number; seconds: number },
) {
  const heard = await openHeard({ responses, drafts, staff: 1, port });
  try {
    await run(heard, { seconds, port });
  } finally {
    await heard.close();
  }
}
