import http from "node:http";
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
  const body = fileForm("files", {}, fileBytes);
  const agent = new http.Agent({ keepAlive: false });
  const answers = await Promise.all(
    prepared.draftCookies.map((cookie) =>
      askOnce({
        url: `${origin}/respond/${prepared.callSlug}/files`,
        method: "POST",
        agent,
        headers: {
          cookie,
          ...sameOrigin(origin),
          ...multipart,
          "content-length": body.length,
        },
        body,
      }).catch((error: unknown) => ({
        status: 0,
        milliseconds: NaN,
        text: String(error),
      })),
    ),
  );
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

async function countFiles({ place }: Heard): Promise<number> {
  const db = openDatabase(place);
  const found = await db
    .selectFrom("attachments")
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirst();
  await db.destroy();
  return found ? Number(found.count) : 0;
}
