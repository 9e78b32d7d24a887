/** In px, its border with it; what sticks beneath the banner begins there. */
export const TOP_BAR_HEIGHT = 49;
