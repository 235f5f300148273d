import type { ActionFunction } from "@remix-run/node";
import { expect, test } from "vitest";
import type { RouteHandle } from "#app/ui/route-handle.ts";

type PublicRoute = {
  action?: ActionFunction;
  default?: () => unknown;
  handle?: RouteHandle;
};

const modules = import.meta.glob<PublicRoute>(
  "../../app/routes/_public*{.tsx,/route.tsx}",
);

test("a public page whose form may come back has the script that moves the keyboard to what is wrong, and no framework", async () => {
  const pages = await Promise.all(
    Object.entries(modules).map(async ([path, load]) => ({
      path,
      ...(await load()),
    })),
  );
  const comingBack = pages.filter((page) => page.action && page.default);
  expect(comingBack.length).toBeGreaterThan(4);
  const without = comingBack.filter(({ handle }) => !handle?.enhances);
  expect(without.map(({ path }) => path)).toEqual([]);
  expect(pages.filter(({ handle }) => handle?.hydrates)).toEqual([]);
});
