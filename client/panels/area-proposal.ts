import { html, nothing } from 'lit';
import type { Area } from '#contract/area.ts';
import { acceptArea } from '../api/proposal.ts';
import { type ProposalWords, proposalWords } from '../text/proposal.ts';
import { ExploreElement } from './explore-element.ts';

type Step = 'open' | 'busy' | 'failed' | 'done';

/** A derived outline that no planner has decided on, and how to make it an area like any other. Planners only. */
class AreaProposal extends ExploreElement {
  static override properties = {
    ...ExploreElement.properties,
    area: { attribute: false },
    step: { state: true },
  };
  declare area: Area;
  declare step: Step;

  constructor() {
    super();
    this.step = 'open';
  }

  get #say(): ProposalWords {
    return proposalWords[this.wording.language];
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('area') as Area | undefined;
    if (before !== undefined && before.id !== this.area.id) this.step = 'open';
  }

  protected override render() {
    const say = this.#say;
    const { area, step } = this;
    if (!area.proposal && step !== 'done') return nothing;
    return html`<section class="correction" aria-labelledby="proposal">
      <h3 id="proposal">${say.title}</h3>
      ${area.proposal ? this.#form() : nothing}
      <p class="correction-saved" role="status">${step === 'done' ? say.done : ''}</p>
    </section>`;
  }

  #form() {
    const say = this.#say;
    const isBusy = this.step === 'busy';
    return html`<p class="note">${say.lead} ${say.otherwise}</p>
      <form class="correction-form" @submit=${(event: Event) => void this.#accept(event)}>
        <label class="field">
          <span>${say.name}</span>
          <input name="name" required maxlength="200" .value=${this.area.name} />
        </label>
        <div role="alert">${this.step === 'failed' ? html`<p>${say.failed}</p>` : nothing}</div>
        <button class="button primary" aria-disabled=${isBusy ? 'true' : nothing}>${isBusy ? say.busy : say.accept}</button>
      </form>`;
  }

  async #accept(event: Event): Promise<void> {
    event.preventDefault();
    if (this.step === 'busy') return;
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    this.step = 'busy';
    try {
      await acceptArea(this.area.id, name === '' ? {} : { name });
      this.step = 'done';
      this.explore.renew();
    } catch {
      this.step = 'failed';
    }
  }
}

customElements.define('kk-area-proposal', AreaProposal);
