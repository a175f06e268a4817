/** Somebody who follows a request. */
export interface Follower {
	/**
	 * Ends the request, its sign-in included, as soon as it is aborted. A token request that others
	 * wait for goes on for them.
	 */
	signal?: AbortSignal;
	/** The request has its token and goes out. */
	onSigned?: () => void;
}

/** By the credentials object of the requests. */
const followers = new WeakMap<object, Follower>();

/** Follows all requests with this very credentials object. */
export function followRequests(credentials: object, follower: Follower): void {
	followers.set(credentials, follower);
}

export function followerOf(credentials: object): Follower {
	return followers.get(credentials) ?? {};
}
