/** Linear work comes out between 3.5 and 5.5 here, with what collecting garbage adds; a square between 8 and 16. */
const mostTimesTheWork = 7;
/** Work that stops at a bound comes out at 0 or about 1; what is read of the rest at 4. */
const mostTimesBoundedWork = 2.5;
const rounds = 3;
/** Below this a clock measures itself. */
const shortestMilliseconds = 20;
const mostRepeats = 256;

/**
 * How many times the processor's work grows when the input grows fourfold, at
 * its best of three rounds. Processor time, not the wall's, so that what else the
 * machine does is not counted; threads of this process are.
 *
 * @param work does the whole job for an input of `size`
 * @param size the smaller input; the larger is `4 * size`, best the cap itself
 * @param enough a growth that a round need not better
 * @returns about 4 for linear work, 16 for quadratic; 0 where even the larger
 *   input costs too little to measure.
 */
export async function measureGrowth(
  work: (size: number) => unknown,
  size: number,
  enough = mostTimesTheWork,
): Promise<number> {
  await work(size);
  const repeats = await findRepeats(work, size);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > enough; round += 1) {
    const small = await processorTime(work, size, repeats);
    const large = await processorTime(work, 4 * size, repeats);
    const isMeasurable = large >= shortestMilliseconds;
    best = Math.min(best, isMeasurable ? large / small : 0);
  }
  return best;
}

/** Whether a growth is a straight line's. */
export function isLinearGrowth(growth: number): boolean {
  return growth <= mostTimesTheWork;
}

/** Whether work stops at a bound that an input of `size` is over already: four times as much costs no more. */
export async function measureIsBounded(
  work: (size: number) => unknown,
  size: number,
): Promise<boolean> {
  const growth = await measureGrowth(work, size, mostTimesBoundedWork);
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

async function findRepeats(work: (size: number) => unknown, size: number) {
  let repeats = 1;
  while (
    repeats < mostRepeats &&
    (await processorTime(work, size, repeats)) < shortestMilliseconds
  )
    repeats *= 4;
  return repeats;
}

async function processorTime(
  work: (size: number) => unknown,
  size: number,
  repeats: number,
): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < repeats; count += 1) await work(size);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
