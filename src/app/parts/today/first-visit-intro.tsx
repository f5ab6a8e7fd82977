import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PackEntry } from '../../../core/model/deck.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { EmptySquares } from '../notebook/empty-squares.tsx';

/** What this is, for whoever sees it for the first time; beside the card, or below it where there is no room. */
export function FirstVisitIntro(): ReactNode {
  const { ports } = useStores();
  const switches = useRecord((state) => state.packs);
  const packs = ports.decks.packs.filter(({ id }) => isPackOn(switches, id));
  return (
    <section className="aside first-intro" aria-labelledby="what-this-is">
      <h2 id="what-this-is">What this is</h2>
      {packs.map((pack) => (
        <p key={pack.id}>{factsOf(pack)}</p>
      ))}
      <EmptySquares count={packs.reduce((sum, { questions }) => sum + questions, 0)} />
      <p>Answer the card, and read why. It comes back shortly before you would forget it, a few cards every day.</p>
      <p>
        Would you rather read first? <Link href="/notes">Go to the notes</Link>
      </p>
      <p>Everything stays in this browser: no account, no tracking, and it works offline.</p>
    </section>
  );
}

/** "ECS, ECR and Fargate: 320 questions and 12 notes for AWS Certified Developer – Associate (DVA-C02)." */
function factsOf({ title, exam, questions, notes }: PackEntry): string {
  const size = `${countWords(questions, 'question')} and ${countWords(notes, 'note')}`;
  return `${title}: ${size}${exam === '' ? '' : ` for ${exam}`}.`;
}
