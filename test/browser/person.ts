import type { Locator, Page } from 'playwright-core';

/**
 * Somebody at the editor, whose actions are counted: a click, a drag, a filled field, or a key outside
 * a field.
 */
export class Person {
	readonly actions: Array<{ what: string; isInOurNode: boolean }> = [];

	/** @param page the editor's */
	constructor(private readonly page: Page) {}

	async click(target: Locator, what: string): Promise<void> {
		await this.note(target, `click ${what}`);
		await target.click();
	}

	async fill(target: Locator, text: string, what: string): Promise<void> {
		await this.note(target, `fill in ${what}: ${text}`);
		await target.fill(text);
	}

	/** The actions, numbered; those in our node have a star. */
	list(): string {
		return this.actions
			.map(({ what, isInOurNode }, index) => `${index + 1}.${isInOurNode ? '*' : ''} ${what}`)
			.join('\n');
	}

	private async note(target: Locator, what: string): Promise<void> {
		// Of the nodes that are opened here only ours has a resource.
		const isInOurNode =
			target.page() === this.page &&
			(await this.page.getByTestId('parameter-input-resource').isVisible());
		this.actions.push({ what, isInOurNode });
	}
}
