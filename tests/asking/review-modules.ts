import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { ask, type Answer } from "./routes.ts";

type RouteModule = { loader?: LoaderFunction; action?: ActionFunction };

/** Every module of the review side there is: a new one is in the list by being a file. */
const modules = import.meta.glob<RouteModule>(
  "../../app/routes/{_public.,}review*{.tsx,.ts,/route.tsx,/route.ts}",
);

/** The pages of the review side that are for people who are not signed in. */
const openToAll = [
  "review_.forgotten.tsx",
  "review_.join.tsx",
  "review_.passkey.ts",
  "review_.provider.ts",
  "review_.provider_.back.ts",
  "review_.reset.tsx",
  "review_.second-step.tsx",
  "review_.sign-in.tsx",
];

export const guardedRoutes = Object.entries(modules)
  .map(([path, load]) => ({
    name: path.replace("../../app/routes/", ""),
    load,
  }))
  .filter(({ name }) => !openToAll.includes(name));

export const askedPath = "/review/somewhere";
export const askedForm = { intent: "raise", note: "typed" };

/** Asks whatever the module has, by GET and by POST; undefined where it has no such function. */
export async function askBoth(
  load: () => Promise<RouteModule>,
  asked: Omit<Parameters<typeof ask>[1], "path">,
): Promise<{ got: Answer | undefined; posted: Answer | undefined }> {
  const { loader, action } = await load();
  const params = { attachment: "x", tag: "1", passage: "x", "*": "x" };
  const all = {
    path: askedPath,
    ...asked,
    params: { ...params, ...asked.params },
  };
  return {
    got: loader && (await ask(loader, all)),
    posted: action && (await ask(action, { ...all, form: askedForm })),
  };
}
