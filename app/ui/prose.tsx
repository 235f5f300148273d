import { useLangOf } from "./language.tsx";
import { type ProseBlock, type ProseRun, readProse } from "./prose-blocks.ts";

type ProseProps = {
  text: string;
  /** The level of the headings in it: one below the heading that it stands under. */
  top?: 2 | 3;
  /** Where it is not the language of the page. */
  lang?: string | undefined;
};

/** A text in the review's own words, as `readProse` reads it. */
export function Prose({ text, top = 3, lang }: ProseProps) {
  const blocks = readProse(text).map((block, index) => (
    <Block block={block} top={top} key={index} />
  ));
  const said = useLangOf(text);
  const own = lang === undefined ? said : { lang };
  return own.lang === undefined ? <>{blocks}</> : <div {...own}>{blocks}</div>;
}

function Block({ block, top }: { block: ProseBlock; top: 2 | 3 }) {
  if (block.kind === "paragraph")
    return (
      <p className="govuk-body">
        <Runs runs={block.runs} />
      </p>
    );
  if (block.kind === "heading") {
    const Heading = `h${top + block.depth}` as "h2" | "h3" | "h4";
    const size = Heading === "h2" ? "govuk-heading-m" : "govuk-heading-s";
    return (
      <Heading className={size}>
        <Runs runs={block.runs} />
      </Heading>
    );
  }
  const items = block.items.map((runs, index) => (
    <li key={index}>
      <Runs runs={runs} />
    </li>
  ));
  if (block.start === undefined)
    return <ul className="govuk-list govuk-list--bullet">{items}</ul>;
  return (
    <ol className="govuk-list govuk-list--number" start={block.start}>
      {items}
    </ol>
  );
}

function Runs({ runs }: { runs: ProseRun[] }) {
  return (
    <>
      {runs.map((run, index) => (
        <Run run={run} key={index} />
      ))}
    </>
  );
}

function Run({ run: { text, href, isStrong } }: { run: ProseRun }) {
  const words =
    href === undefined ? (
      text
    ) : (
      <a className="govuk-link" href={href}>
        {text}
      </a>
    );
  return isStrong ? <strong>{words}</strong> : <>{words}</>;
}
