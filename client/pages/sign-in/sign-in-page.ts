import { html, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.ts';
import { signIn } from '../../api/session.ts';
import { ExploreElement } from '../../panels/explore-element.ts';
import { icon } from '../../panels/icon.ts';

type SignInState = 'ready' | 'busy' | 'refused' | 'failed';

/**
 * Signs in with the token behind the `#` of the link. Only a press of the button spends it: programs that
 * open links to look at them do not press buttons.
 */
class SignInPage extends ExploreElement {
  #state: SignInState = 'ready';
  #token = location.hash.slice(1);

  protected override render() {
    const { say } = this.wording;
    return html`<main class="page">
      <h1>Kernkaart</h1>
      <h2>${say.signInTitle}</h2>
      ${this.#token === '' ? this.#noToken() : this.#form()}
      <p><a href="/">${say.toMap}</a></p>
    </main>`;
  }

  #noToken(): TemplateResult {
    const { say } = this.wording;
    return html`<p>${say.signInNoToken}</p>
      <pre tabindex="0"><code>npm run geodata -- sign-in</code></pre>`;
  }

  #form(): TemplateResult {
    const { say } = this.wording;
    const busy = this.#state === 'busy';
    const failed = this.#state === 'refused' || this.#state === 'failed';
    return html`<p>${say.signInLead}</p>
      <div role="alert">
        ${
          failed
            ? html`<p class="failure">
              ${icon('warning')}${this.#state === 'refused' ? say.signInRefused : say.signInFailed}
            </p>`
            : ''
        }
      </div>
      <button type="button" class="button primary" ?disabled=${busy} @click=${() => this.#signIn()}>
        ${busy ? say.signingIn : say.signIn}
      </button>`;
  }

  async #signIn(): Promise<void> {
    this.#become('busy');
    try {
      await signIn(this.#token);
    } catch (error) {
      const refused = error instanceof ApiError && ['not-signed-in', 'refused'].includes(error.kind);
      return this.#become(refused ? 'refused' : 'failed');
    }
    // Replaced, so that "back" does not return to a spent link.
    location.replace('/');
  }

  #become(state: SignInState): void {
    this.#state = state;
    this.requestUpdate();
  }
}

customElements.define('kk-sign-in-page', SignInPage);
