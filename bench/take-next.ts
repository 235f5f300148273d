import http from "node:http";
import { askOnce, timed, type Timed } from "./one-by-one.ts";
import { sameOrigin, urlencoded } from "./forms.ts";
import type { Portal } from "./portal.ts";
import { floorLoads } from "./scenarios.ts";

const rounds = 15;

/**
 * Everybody presses "Take next" at once, round after round; in between each
 * gives back what they were handed.
 *
 * @throws where two are handed the same response, or one is handed none.
 */
export async function takeNextAtOnce({ at, prepared }: Portal): Promise<Timed> {
  const agent = new http.Agent({ keepAlive: true });
  const post = (path: string, cookie: string, form: Record<string, string>) =>
    askOnce({
      url: `${at.heard}${path}`,
      method: "POST",
      agent,
      headers: {
        cookie,
        ...sameOrigin(at.heard),
        ...urlencoded,
      },
      body: new URLSearchParams(form).toString(),
    });
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const handed = await Promise.all(
      prepared.staffCookies.map(async (cookie) => {
        const answer = await post("/review/queue/take-next", cookie, {});
        const path = /\/review\/responses\/[^/?]+/.exec(answer.location)?.[0];
        return { cookie, path, ...answer };
      }),
    );
    const paths = new Set(handed.map(({ path }) => path));
    if (paths.size < handed.length || paths.has(undefined))
      throw new Error(`${paths.size} responses for ${handed.length} people`);
    // The first round waits for everything to be loaded.
    if (round > 0) taken.push(...handed.map((one) => one.milliseconds));
    for (const { cookie, path } of handed)
      await post(`${path}/claim`, cookie, { intent: "release" });
  }
  agent.destroy();
  return timed(taken);
}

/** As many post a form to bare Remix at once, which writes a row for each: what thirty posts cost that do nothing else. */
export async function postToFloorAtOnce({
  at,
  prepared,
}: Portal): Promise<Timed> {
  const agent = new http.Agent({ keepAlive: true });
  const { url, method, headers, body } = floorLoads(at.remix).write;
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const answers = await Promise.all(
      prepared.staffCookies.map(() =>
        askOnce({ url, method, headers, body, agent }),
      ),
    );
    const refused = answers.find(({ status }) => status !== 303);
    if (refused) throw new Error(`bare Remix answered ${refused.status}`);
    if (round > 0) taken.push(...answers.map((one) => one.milliseconds));
  }
  agent.destroy();
  return timed(taken);
}
