import { html, nothing } from 'lit';
import { placeWords, screenLines } from '../state/screen-summary.ts';
import { ExploreElement } from './explore-element.ts';
import { icon } from './icon.ts';

/**
 * A report of a mistake: a mail that already says what is on the screen, or the page that the administrator
 * named. Without either there is nothing here.
 */
class Report extends ExploreElement {
  protected override render() {
    const to = this.explore.municipalities.value?.reportAddress;
    if (!to) return nothing;
    const address = to.startsWith('https:') ? to : this.#mail(to);
    return html`<a class="button" href=${address} rel="noreferrer">${icon('mail')}${this.wording.say.reportMistake}</a>`;
  }

  #mail(to: string): string {
    const { explore } = this;
    const { say } = this.wording;
    const lines = [say.reportAsk, '', '', say.reportScreen, ...screenLines(explore), location.href];
    const subject = encodeURIComponent(say.reportSubject(placeWords(explore)));
    return `mailto:${to}?subject=${subject}&body=${encodeURIComponent(lines.join('\r\n'))}`;
  }
}

customElements.define('kk-report', Report);
