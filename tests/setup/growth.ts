import v8 from "node:v8";
import vm from "node:vm";

/** Half way between a line (4) and a square (16). Linear work comes out between 2.5 and 6 here, with the garbage of large texts. */
const mostTimesTheWork = 8;
/** Work that stops at a bound comes out at 0 or about 1; what is read of the rest at 4. */
const mostTimesBoundedWork = 2.5;
const rounds = 6;
/** A first measure meets code that is not compiled yet: 8.75 came out where 4 was true, and 16 is 16 each time. */
const measures = 3;
/** Below this a clock measures itself. */
const shortestMilliseconds = 12;
/** How much longer the larger input is. The smaller is worked on as many times, so that both take as long and meet as much of what else goes on. */
const times = 4;
const mostRepeats = 256;
/** How far under its bound a growth must stay to be believed at the first look: a square, or what goes on where it should have stopped, would have to look like less than a third of itself. */
const plainly = 0.6;

v8.setFlagsFromString("--expose-gc");
/** What an earlier measure left is collected before the next and not within it: 7 and 9 times came out where 4 was true. */
export const collectGarbage = vm.runInNewContext("gc") as () => void;

/**
 * How many times the processor's work grows when the input grows fourfold, at
 * the least of either size in up to six rounds, up to three times over. Processor time, not the wall's, so
 * that what else the machine does is not counted; threads of this process are, and
 * they only ever add.
 *
 * @param work does the whole job for an input of `size`
 * @param size the smaller input; the larger is `4 * size`, best the cap itself
 * @param enough a growth that a round need not better
 * @param clock reads what was spent so far, in milliseconds; a test of this measure brings its own
 * @returns about 4 for linear work, 16 for quadratic; 0 where even the larger
 *   input costs too little to measure.
 */
export async function measureGrowth(
  work: (size: number) => unknown,
  size: number,
  enough = mostTimesTheWork,
  clock = processorTime,
): Promise<number> {
  await work(size);
  const timed: Timed = { work, clock };
  const seen = await lookOnce(timed, size);
  if (seen <= plainly * enough) return seen;
  let growth = await measureOnce(timed, size, enough);
  for (let again = 1; again < measures && growth > enough; again += 1)
    growth = Math.min(growth, await measureOnce(timed, size, enough));
  return growth;
}

type Timed = { work: (size: number) => unknown; clock: () => number };

/**
 * The larger once, then the smaller twice, which most growths need no more than:
 * collecting garbage costs as much as the work of many a measure. The larger is
 * the first, so that what is not compiled yet can only make it look longer.
 */
async function lookOnce(timed: Timed, size: number): Promise<number> {
  const large = await timeOf(timed, times * size, 1);
  if (large < shortestMilliseconds) return Number.POSITIVE_INFINITY;
  const first = await timeOf(timed, size, 1);
  return large / Math.min(first, await timeOf(timed, size, 1));
}

async function measureOnce(
  timed: Timed,
  size: number,
  enough: number,
): Promise<number> {
  let repeats = await findRepeats(timed, size);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // A test's own clock does not see what garbage costs.
  const clear = timed.clock === processorTime ? collectGarbage : () => {};
  for (let round = 0; round < rounds; round += 1) {
    clear();
    small = Math.min(
      small,
      (await timeOf(timed, size, times * repeats)) / times,
    );
    // What the smaller left can only make the larger look longer, which another round mends; most need none.
    if (round > 0) clear();
    large = Math.min(large, await timeOf(timed, times * size, repeats));
    if (large < shortestMilliseconds) {
      if (repeats >= mostRepeats) return 0;
      // A busy moment made it look long enough to be measured when it was not.
      repeats *= times;
      [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      // From the start: after the last round there would be no number at all.
      round = -1;
    } else if (large / small <= enough) break;
  }
  return large / small;
}

/** Whether a growth is a straight line's. */
export function isLinearGrowth(growth: number): boolean {
  return growth <= mostTimesTheWork;
}

/** Whether work stops at a bound that an input of `size` is over already: four times as much costs no more. */
export async function measureIsBounded(
  work: (size: number) => unknown,
  size: number,
  clock = processorTime,
): Promise<boolean> {
  const growth = await measureGrowth(work, size, mostTimesBoundedWork, clock);
  return growth <= mostTimesBoundedWork;
}

/** Work for a measure that has its inputs made before, so that only the reading is measured. */
export function readingMade<Input>(
  make: (size: number) => Input,
  read: (input: Input) => unknown,
): (size: number) => unknown {
  const made = new Map<number, Input>();
  return (size) => {
    const input = made.get(size) ?? make(size);
    made.set(size, input);
    return read(input);
  };
}

/** How often the smaller input is worked on to be long enough for a clock. Garbage among it makes it fewer by a step at most, which the rounds see and mend. */
async function findRepeats(timed: Timed, size: number) {
  let repeats = 1;
  while (
    repeats < mostRepeats &&
    (await timeOf(timed, size, repeats)) < shortestMilliseconds / 2
  )
    repeats *= 2;
  return repeats;
}

async function timeOf(
  { work, clock }: Timed,
  size: number,
  repeats: number,
): Promise<number> {
  const before = clock();
  for (let count = 0; count < repeats; count += 1) await work(size);
  return clock() - before;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
