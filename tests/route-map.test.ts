import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

type Route = {
  id: string;
  path?: string;
  index?: boolean;
  file: string;
  children?: Route[];
};

/** One line for each address, indented under the layout that it stands in. */
function describeRoutes(routes: Route[], depth = 0): string[] {
  return routes.flatMap((route) => {
    const address = route.path ?? (route.index ? "(index)" : "(layout)");
    return [
      `${"  ".repeat(depth)}${address}  ${route.file}`,
      ...describeRoutes(route.children ?? [], depth + 1),
    ];
  });
}

/** Every file at the top of `app/routes` is an address: a new line here was meant, or it is a mistake. */
test("the portal has these addresses and no others", async () => {
  const json = execFileSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "routes", "--json"],
    { encoding: "utf8", env: { ...process.env, VITEST: "" } },
  );
  const map = describeRoutes(JSON.parse(json) as Route[]).join("\n");
  await expect(`${map}\n`).toMatchFileSnapshot("route-map.txt");
});
