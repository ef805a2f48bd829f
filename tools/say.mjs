/** An error whose message is meant for the person at the terminal: printed alone, without a stack. */
export class Told extends Error {}

/** Prints one calm line about what is going on. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs `main` and turns its outcome into an exit code; a `Told` error is one sentence, anything else keeps its stack. */
export async function tell(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Told ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

/** Milliseconds since `start` (a `performance.now()` value) as `3.4 s`. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
