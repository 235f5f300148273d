export type TurnBounds = {
  /** Of this kind of work under way at once, whoever asked for it. */
  atOnce: number;
  /** Of these for one asker. */
  atOnceForOne: number;
  /** How many may stand in line; who comes after them is turned away at once. */
  waiting: number;
  /** Of these for one asker, who could else fill the line alone. */
  waitingForOne: number;
  /** How long one stands in line before being turned away. */
  waitMilliseconds: number;
};

/** Permission to work now. It has to be ended, however the work went. */
export type Turn = { end: () => void };

type InLine = { asker: string; start: () => void };

/**
 * Lets so many pieces of work run at once and no more, with a short line for
 * those who come meanwhile, so that one asker cannot take all the room.
 *
 * @returns a function that waits for a turn; undefined where none comes in time.
 */
export function takeTurns(bounds: TurnBounds) {
  const room = openRoom(bounds);
  const line: InLine[] = [];

  function begin(asker: string): Turn {
    room.enter(asker);
    let hasEnded = false;
    const end = () => {
      if (hasEnded) return;
      hasEnded = true;
      room.leave(asker);
      const next = line.findIndex((one) => room.isFree(one.asker));
      if (next >= 0) line.splice(next, 1)[0]?.start();
    };
    return { end };
  }

  return function waitForTurn(asker: string): Promise<Turn | undefined> {
    if (room.isFree(asker)) return Promise.resolve(begin(asker));
    const own = line.filter((one) => one.asker === asker);
    if (line.length >= bounds.waiting || own.length >= bounds.waitingForOne)
      return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const leave = setTimeout(() => {
        line.splice(line.indexOf(inLine), 1);
        resolve(undefined);
      }, bounds.waitMilliseconds);
      const inLine: InLine = {
        asker,
        start: () => {
          clearTimeout(leave);
          resolve(begin(asker));
        },
      };
      line.push(inLine);
    });
  };
}

/** Who is at work, and whether there is room for one more of theirs. */
function openRoom(bounds: Pick<TurnBounds, "atOnce" | "atOnceForOne">) {
  const underWay = new Map<string, number>();
  let count = 0;
  const ofOne = (asker: string) => underWay.get(asker) ?? 0;
  return {
    isFree: (asker: string) =>
      count < bounds.atOnce && ofOne(asker) < bounds.atOnceForOne,
    enter(asker: string) {
      count += 1;
      underWay.set(asker, ofOne(asker) + 1);
    },
    leave(asker: string) {
      count -= 1;
      const left = ofOne(asker) - 1;
      if (left > 0) underWay.set(asker, left);
      else underWay.delete(asker);
    },
  };
}
