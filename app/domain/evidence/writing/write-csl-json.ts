import { extraOwn } from "../reading/extra-lines.ts";
import type { WrittenItem } from "./written-item.ts";

/** Items as CSL-JSON; what the review asked beside the reference stands in `custom.heard`. */
export function writeCslJson(items: WrittenItem[]): string {
  const written = items.map(({ csl, own }, index) => {
    const asked = extraOwn.flatMap((field) =>
      own[field] === undefined ? [] : [[field, own[field]] as const],
    );
    return {
      id: `item-${index + 1}`,
      ...csl,
      ...(asked.length > 0 && {
        custom: { heard: Object.fromEntries(asked) },
      }),
    };
  });
  return `${JSON.stringify(written, null, 2)}\n`;
}
