import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useHasScript } from "../use-has-script.ts";
import { useMoreTags } from "./more-tags.ts";
import { arrangeForFinder, firstByWords, matchesWords } from "./tag-order.ts";
import type { FinderTag } from "./tag-choice.tsx";

type TagFinderProps = {
  /** Of the checkboxes; the first of them has it as its id, for a message to lead to. */
  name: string;
  tags: FinderTag[];
  chosenIds: readonly number[];
  /** The last first. */
  lastUsedIds: readonly number[];
  /** Enter where nothing is typed: what is ticked is all. */
  onDone?: (() => void) | undefined;
};

/**
 * Tags to be ticked, several at once: what is ticked first, then the last used,
 * then all the others as they are arranged. Where the script runs, a few letters
 * leave those that have them, and Enter ticks the first.
 */
export function TagFinder(props: TagFinderProps) {
  const { name, onDone } = props;
  const [typed, setTyped] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<number>>(
    () => new Set(props.chosenIds),
  );
  const list = useRef<HTMLDivElement>(null);
  const { more, ask, tags } = useAllTags(props.tags);
  const arranged = firstByWords(arrangeForFinder({ ...props, tags }), typed);
  const found = arranged.filter((tag) => matchesWords(tag.name, typed));
  const foundIds = new Set(found.map(({ tagId }) => tagId));
  const drawn = firstOfOthers(found);
  const shown = arranged.filter(
    ({ tagId, isSent }) => isSent || ticked.has(tagId) || drawn.has(tagId),
  );
  const tickFirst = () => {
    const [first] = found;
    if (!first) return;
    list.current
      ?.querySelector<HTMLInputElement>(`input[value="${first.tagId}"]`)
      ?.click();
    setTyped("");
  };
  return (
    <div className="heard-tag-finder">
      <FinderField
        typed={typed}
        onType={setTyped}
        onBegin={ask}
        total={more?.total}
        foundCount={found.length}
        onEnter={typed.trim() === "" ? onDone : tickFirst}
      />
      <div
        ref={list}
        className="govuk-checkboxes govuk-checkboxes--small heard-tag-choices"
      >
        {shown.map((tag, index) => (
          <TagCheckbox
            key={tag.tagId}
            id={index === 0 ? name : `${name}-${tag.tagId}`}
            name={name}
            tag={tag}
            isChosen={props.chosenIds.includes(tag.tagId)}
            isHidden={!foundIds.has(tag.tagId) && !ticked.has(tag.tagId)}
            onTick={(isTicked) =>
              setTicked((before) => withOrWithout(before, tag.tagId, isTicked))
            }
          />
        ))}
      </div>
      {more && (
        <a className="govuk-link govuk-body-s" href={more.pageHref}>
          All {more.total.toLocaleString("en-GB")} tags
        </a>
      )}
    </div>
  );
}

/** Of what did not come with the page, so many are drawn at a time. */
const mostFoundDrawn = 50;

function firstOfOthers(found: (FinderTag & { isSent: boolean })[]) {
  const others = found.filter(({ isSent }) => !isSent);
  return new Set(others.slice(0, mostFoundDrawn).map(({ tagId }) => tagId));
}

/** What came with the page, then what was asked for since. */
function useAllTags(sent: FinderTag[]) {
  const { more, ask, tags } = useMoreTags();
  const sentIds = new Set(sent.map(({ tagId }) => tagId));
  const others = tags.filter(({ tagId }) => !sentIds.has(tagId));
  return {
    ...{ more, ask },
    tags: [
      ...sent.map((tag) => ({ ...tag, isSent: true })),
      ...others.map((tag) => ({ ...tag, isSent: false })),
    ],
  };
}

function withOrWithout(
  ids: ReadonlySet<number>,
  id: number,
  isIn: boolean,
): ReadonlySet<number> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

type FinderFieldProps = {
  typed: string;
  onType: (typed: string) => void;
  /** Somebody stands in it. */
  onBegin: () => void;
  /** Of all tags, where only some came with the page. */
  total: number | undefined;
  foundCount: number;
  onEnter: (() => void) | undefined;
};

/** Comes with the script: without it there would be nothing that it does. */
function FinderField(props: FinderFieldProps) {
  const { typed, onType, foundCount, total } = props;
  const id = useId();
  if (!useHasScript()) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      props.onEnter?.();
    } else if (event.key === "Escape" && typed !== "") {
      event.stopPropagation();
      onType("");
    }
  };
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={id}>
        Find a tag: type a few letters, Enter ticks the first
      </label>
      <input
        id={id}
        className="govuk-input heard-tag-finder__field"
        type="search"
        autoComplete="off"
        placeholder={
          total === undefined
            ? "Find a tag"
            : `Find one of ${total.toLocaleString("en-GB")} tags`
        }
        onFocus={props.onBegin}
        data-key-target="tags"
        // Of no form: what is looked for is nothing to save.
        form="tag-finder"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p className="govuk-visually-hidden" role="status">
        {typed !== "" &&
          (foundCount === 1 ? "1 tag" : `${foundCount} tags`) + " found"}
      </p>
      {typed !== "" && foundCount === 0 && (
        <p className="govuk-body-s heard-tag-finder__none">
          No tag has these letters. Define it below if it is missing.
        </p>
      )}
    </>
  );
}

type TagCheckboxProps = {
  id: string;
  name: string;
  tag: FinderTag;
  isChosen: boolean;
  isHidden: boolean;
  onTick: (isTicked: boolean) => void;
};

function TagCheckbox({ id, name, tag, ...props }: TagCheckboxProps) {
  const depth = Math.min(tag.depth, 3);
  return (
    <div
      className={`govuk-checkboxes__item heard-tag-choice heard-tag-choice--${depth}`}
      title={tag.definition}
      hidden={props.isHidden}
    >
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={tag.tagId}
        defaultChecked={props.isChosen}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {tag.name}
        {tag.isRetired && " (retired)"}
      </label>
    </div>
  );
}
