import type { ReactNode } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { useRecord } from '../../store/stores.tsx';
import { CardNote } from '../card/card-note.tsx';
import { FlagButton } from '../card/flag-button.tsx';
import { announce } from '../frame/live-regions.ts';
import { useOpener } from '../frame/use-opener.ts';

/** What can be done about a card without answering it. */
export function CardActions({ card }: { readonly card: CardId }): ReactNode {
  return (
    <div className="button-row quiet-row card-actions">
      <FlagButton card={card} hasKey={false} />
      <SuspendSwitch card={card} />
      <ForgetButton card={card} />
      <CardNote card={card} />
    </div>
  );
}

function SuspendSwitch({ card }: { readonly card: CardId }): ReactNode {
  const register = useRecord((state) => state.register);
  const isSuspended = useRecord((state) => state.cards.get(card)?.suspended ?? false);
  const toggle = () => {
    register({ t: 'suspend', card, value: !isSuspended });
    announce(isSuspended ? 'The card is back in your reviews.' : 'Suspended: the card is not asked any more.');
  };
  return (
    <button type="button" className="button-quiet" onClick={toggle}>
      {isSuspended ? 'Bring back' : 'Suspend'}
    </button>
  );
}

/** Makes the card new again, once that was asked: nothing else takes it back. */
function ForgetButton({ card }: { readonly card: CardId }): ReactNode {
  const register = useRecord((state) => state.register);
  const isNew = useRecord((state) => (state.cards.get(card)?.due ?? null) === null);
  const { isOpen, opener, open, close } = useOpener();
  if (isNew) return null;
  const forget = () => {
    register({ t: 'reset', card });
    announce('Forgotten: the card is new again.');
  };
  if (isOpen) {
    return (
      <fieldset className="forget">
        <legend>Start this card from new? Its schedule is lost; flag and note stay.</legend>
        <div className="button-row">
          {/* biome-ignore lint/a11y/noAutofocus: the learner has just asked for this */}
          <button type="button" className="button" autoFocus onClick={close}>
            Keep it
          </button>
          <button type="button" className="button" onClick={forget}>
            Start from new
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <button ref={opener} type="button" className="button-quiet" onClick={open}>
      Forget
    </button>
  );
}
