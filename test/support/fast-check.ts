/** Random cases are the same in every run, so that a failure is one of this change; FUZZ_SEED=random looks for new ones. */
import fc from 'fast-check';

const seed = process.env.FUZZ_SEED;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 20261125) });
