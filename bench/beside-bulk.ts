import { setTimeout as sleep } from "node:timers/promises";
import { sendWhile, type Waits } from "./beside-import.ts";
import { sameOrigin, urlencoded } from "./forms.ts";
import type { Heard } from "./heard.ts";

/** What people who send wait for while a tag is given to all there is: while it is previewed, while it is done, and without. */
export async function sendBesideBulk(
  heard: Heard,
  { seconds }: { seconds: number },
): Promise<{ alone: Waits; preview: Waits; beside: Waits; took: number[] }> {
  const drafts = [...heard.prepared.draftCookies];
  const send = (goesOn: () => boolean) => sendWhile(heard, { drafts, goesOn });
  const during = (length: number) => {
    const endsAt = performance.now() + length * 1000;
    return () => performance.now() < endsAt;
  };
  // The first of a server's answers wait for everything to be loaded.
  await send(during(3));
  const alone = await send(during(seconds));
  const beside = async (work: () => Promise<void>) => {
    const startedAt = performance.now();
    let isUnderWay = true;
    const working = work().finally(() => (isUnderWay = false));
    const [waits] = await Promise.all([send(() => isUnderWay), working]);
    return { waits, took: (performance.now() - startedAt) / 1000 };
  };
  let action = "";
  const preview = await beside(async () => {
    const form = { deed: "add-tags", tagIds: "1" };
    action = await post(heard, "/review/bulk/new?state=all", form);
  });
  const done = await beside(async () => {
    await post(heard, action, { intent: "begin" });
    while (await isAtWork(heard, action)) await sleep(1_000);
  });
  return {
    ...{ alone, preview: preview.waits, beside: done.waits },
    took: [preview.took, done.took],
  };
}

const cookieOf = ({ prepared }: Heard) => prepared.staffCookies[0] ?? "";

/** @returns where it leads. */
async function post(
  heard: Heard,
  path: string,
  form: Record<string, string>,
): Promise<string> {
  const reply = await fetch(heard.origin + path, {
    ...{ method: "POST", redirect: "manual" },
    headers: {
      ...{ cookie: cookieOf(heard), ...urlencoded },
      ...sameOrigin(heard.origin),
    },
    body: new URLSearchParams(form).toString(),
  });
  const to = reply.headers.get("location");
  if (reply.status !== 303 || !to)
    throw new Error(`${path} was answered ${reply.status}`);
  return to;
}

async function isAtWork(heard: Heard, path: string): Promise<boolean> {
  const headers = { cookie: cookieOf(heard) };
  const page = await fetch(heard.origin + path, { headers });
  return (await page.text()).includes("Stop here");
}
