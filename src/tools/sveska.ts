import { runVerb } from './verbs/run-verb.ts';

/** `npm run sveska -- <verb>` */
process.exitCode = await runVerb(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
