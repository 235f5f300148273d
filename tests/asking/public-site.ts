import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as entry from "#app/entry.server.tsx";
import * as root from "#app/root.tsx";

type Module = ServerBuild["routes"][string] extends infer Route
  ? NonNullable<Route> extends { module: infer Inner }
    ? Inner
    : never
  : never;

const modules = import.meta.glob<Module>([
  "../../app/routes/_public*.{ts,tsx}",
  "../../app/routes/_public*/route.tsx",
]);

const layout = "routes/_public";

/** The address of a route by its file's name, under the layout of all public pages. */
function routeOf(file: string) {
  const name = file
    .replace(/^.*\/routes\//, "")
    .replace(/(\/route)?\.tsx?$/, "");
  const own = name.replace(/^_public\.?/, "").replaceAll("[.]", "\0");
  const segments = own.split(".").filter((segment) => segment !== "_index");
  const path = segments
    .map((segment) => segment.replace(/_$/, ""))
    .map((segment) => (segment === "$" ? "*" : segment.replace(/^\$/, ":")))
    .join("/")
    .replaceAll("\0", ".");
  return { id: `routes/${name}`, path, index: own.endsWith("_index") };
}

/** The public side as the build has it, with nothing for a browser. */
async function publicBuild(): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = {
    root: { id: "root", path: "", module: root as unknown as Module },
  };
  for (const [file, load] of Object.entries(modules)) {
    const { id, path, index } = routeOf(file);
    const module = await load();
    routes[id] =
      id === layout
        ? { id, parentId: "root", module }
        : {
            ...{ id, parentId: layout, module },
            ...(path !== "" && { path }),
            ...(index && { index }),
          };
  }
  const known = Object.values(routes).flatMap((route) =>
    route
      ? [
          [
            route.id,
            { ...route, module: "", hasAction: false, hasLoader: true },
          ],
        ]
      : [],
  );
  return {
    entry: { module: entry as unknown as ServerBuild["entry"]["module"] },
    routes,
    assets: {
      ...{ url: "", version: "1", entry: { module: "", imports: [] } },
      routes: Object.fromEntries(known) as ServerBuild["assets"]["routes"],
    },
    ...{ publicPath: "/", assetsBuildDirectory: "", isSpaMode: false },
    mode: "production",
    future: {
      ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true },
      ...{ v3_throwAbortReason: true, v3_lazyRouteDiscovery: true },
      ...{ v3_singleFetch: true, unstable_optimizeDeps: false },
    },
  };
}

type Shown = { status: number; path: string; html: string };

/** A browser without scripts on the public side, whose pages are rendered as they are sent. */
export async function openPublicSite(context: RequestContext) {
  const answer = createRequestHandler(await publicBuild(), "production");
  const jar = new Map<string, string>();
  const ask = async (path: string, form?: URLSearchParams): Promise<Shown> => {
    const own = { ...context };
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const url = `http://localhost:3000${path}`;
    const init = {
      headers: { cookie },
      ...(form && { method: "POST", body: form }),
    };
    const response = await answer(new Request(url, init), own);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get("Location");
    if (to) return ask(to.replace("http://localhost:3000", ""));
    const html = own.wholePage?.toString("utf8") ?? (await response.text());
    return { status: response.status, path, html };
  };
  return {
    jar,
    visit: (path: string) => ask(path),
    post: (path: string, fields: Iterable<[string, string]>) =>
      ask(path, new URLSearchParams([...fields])),
  };
}
