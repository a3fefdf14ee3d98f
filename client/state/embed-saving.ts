import type { Embed, EmbedDocument } from '#contract/embed.ts';
import { ApiError } from '../api/api-error.ts';
import { getEmbed, makeEmbed, saveEmbed, withdrawEmbed } from '../api/embed.ts';
import { Watched } from './store.ts';

/** How far a save is. `conflict`: somebody else saved first, and this is what they made of it. */
export type SavingStep =
  | { step: 'idle' }
  | { step: 'busy' }
  | { step: 'made' }
  | { step: 'saved' }
  | { step: 'failed'; error: ApiError }
  | { step: 'conflict'; theirs: Embed };

/** Keeps the embed that is worked on: stores it, changes it, withdraws it. What goes wrong loses nothing. */
export class EmbedSaving extends Watched {
  #embed: Embed | null = null;
  #now: SavingStep = { step: 'idle' };

  /** The embed as the server has it, as far as this page knows; null: it is not stored yet. */
  get embed(): Embed | null {
    return this.#embed;
  }

  get now(): SavingStep {
    return this.#now;
  }

  /** It was fetched, or given up for another. */
  know(embed: Embed | null): void {
    this.#embed = embed;
    this.#become({ step: 'idle' });
  }

  /** What was told about the last save holds no longer: something was changed since. */
  forget(): void {
    if (this.#now.step !== 'idle' && this.#now.step !== 'busy' && this.#now.step !== 'conflict')
      this.#become({ step: 'idle' });
  }

  /** Stores a document: a new embed, or a change of the one there is. @returns whether it was stored */
  async save(document: EmbedDocument): Promise<boolean> {
    if (this.#now.step === 'busy') return false;
    const embed = this.#embed;
    this.#become({ step: 'busy' });
    try {
      this.#embed = await (embed ? saveEmbed(embed.id, embed.number, document) : makeEmbed(document));
      this.#become({ step: embed ? 'saved' : 'made' });
      return true;
    } catch (error) {
      await this.#failed(error, embed);
      return false;
    }
  }

  /** Saves what this page has over what somebody else made of it. @returns whether it was stored */
  async keepMine(document: EmbedDocument): Promise<boolean> {
    if (this.#now.step !== 'conflict') return false;
    this.#embed = this.#now.theirs;
    this.#become({ step: 'idle' });
    return this.save(document);
  }

  /** Goes on with what somebody else made of it. @returns that */
  takeTheirs(): EmbedDocument | undefined {
    if (this.#now.step !== 'conflict') return undefined;
    this.know(this.#now.theirs);
    return this.#embed?.document;
  }

  /** Withdraws a stored embed, this one or another. @throws ApiError */
  async withdraw(id: string, reason: string): Promise<Embed> {
    const embed = await withdrawEmbed(id, reason);
    if (this.#embed?.id === id) {
      this.#embed = embed;
      this.changed();
    }
    return embed;
  }

  async #failed(error: unknown, embed: Embed | null): Promise<void> {
    const known = asApiError(error);
    if (known.status !== 409 || embed === null) return this.#become({ step: 'failed', error: known });
    try {
      const theirs = await getEmbed(embed.id);
      // Withdrawn meanwhile: there is nothing to choose between.
      if (theirs.withdrawn) this.know(theirs);
      else this.#become({ step: 'conflict', theirs });
    } catch (unknown) {
      this.#become({ step: 'failed', error: asApiError(unknown) });
    }
  }

  #become(now: SavingStep): void {
    this.#now = now;
    this.changed();
  }
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('fault', 'answer', 0, undefined, error);
}
