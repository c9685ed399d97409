/** What a browser says of itself. `standalone`: opened from the home screen. */
export type Browser = { userAgent: string; touchPoints: number; standalone: boolean }

/**
 * On an iPhone or iPad the app on the home screen has a storage of its own, and a tab's may be cleared after a week:
 * there one enrols from the home screen only. An iPad calls itself a Macintosh, but no Macintosh can be touched.
 */
export const homeScreenFirst = ({ userAgent, touchPoints, standalone }: Browser): boolean =>
  !standalone && (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1))

export const thisBrowser = (): Browser => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
  standalone:
    (navigator as { standalone?: boolean }).standalone === true || matchMedia('(display-mode: standalone)').matches,
})
