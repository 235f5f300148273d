import http, { type OutgoingHttpHeaders } from "node:http";
import { openDatabase } from "#app/db/connection.server.ts";
import { fileForm, multipart, sameOrigin } from "./forms.ts";
import type { Heard } from "./heard.ts";
import { askOnce, timed } from "./one-by-one.ts";
import { peakMegabytes } from "./servers.ts";

const busyWords = "many people are sending files at the moment";

/**
 * Everybody who has a draft sends one file in the same moment.
 *
 * @returns how many were told that theirs was taken, that many are sending, or
 * anything else; and how many of the first are in no row.
 */
export async function sendFilesAtOnce(heard: Heard, fileBytes: number) {
  const { origin, prepared } = heard;
  const answers = await sendAtOnce({
    url: `${origin}/respond/${prepared.callSlug}/files`,
    body: fileForm("files", {}, fileBytes),
    headersOfEach: prepared.draftCookies.map((cookie) => ({
      cookie,
      ...sameOrigin(origin),
    })),
  });
  const taken = answers.filter(({ status }) => status === 303);
  const others = answers.filter(({ status }) => status !== 303);
  const busy = others.filter(({ text }) => text.includes(busyWords));
  return {
    taken: taken.length,
    busy: busy.length,
    refused: others.length - busy.length,
    lost: taken.length - (await countFiles(heard)),
    firstRefusal: others.find((one) => !busy.includes(one)),
    ...timed(taken.map(({ milliseconds }) => milliseconds)),
    peakMegabytes: peakMegabytes(heard.server),
  };
}

/** The same files to bare Node, which neither looks into them nor knows whose they are. */
export async function sendFilesToFloor(
  origin: string,
  { people, fileBytes }: { people: number; fileBytes: number },
) {
  const answers = await sendAtOnce({
    url: `${origin}/`,
    body: fileForm("file", {}, fileBytes),
    headersOfEach: Array.from({ length: people }, () => ({})),
  });
  const taken = answers.filter(({ status }) => status === 303);
  return {
    taken: taken.length,
    ...timed(taken.map(({ milliseconds }) => milliseconds)),
  };
}

function sendAtOnce(of: {
  url: string;
  body: Buffer;
  headersOfEach: OutgoingHttpHeaders[];
}) {
  const { url, body } = of;
  const agent = new http.Agent({ keepAlive: false });
  const sent = { ...multipart, "content-length": body.length };
  return Promise.all(
    of.headersOfEach.map((headers) =>
      askOnce({
        url,
        method: "POST",
        agent,
        headers: { ...headers, ...sent },
        body,
      }).catch((error: unknown) => ({
        status: 0,
        milliseconds: NaN,
        text: String(error),
      })),
    ),
  );
}

async function countFiles({ place }: Heard): Promise<number> {
  const db = openDatabase(place);
  const found = await db
    .selectFrom("attachments")
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirst();
  await db.destroy();
  return found ? Number(found.count) : 0;
}
