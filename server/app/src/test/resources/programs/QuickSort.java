import java.util.Arrays;

public class QuickSort {

	private static void swap(int[] a, int i, int j) {
		int t = a[i];
		a[i] = a[j];
		a[j] = t;
	}

	public static void sort(int[] a, int lo, int hi) {
		if (lo >= hi) return;
		int p = a[(lo + hi) / 2], i = lo, j = hi;
		while (i <= j) {
			while (a[i] < p) i++;
			while (a[j] > p) j--;
			if (i <= j) swap(a, i++, j--);
		}
		sort(a, lo, j);
		sort(a, i, hi);
	}

	public static void main(String args[]) {
		int[] data = { 5, 2, 9, 1, 5, 6, -3 };
		sort(data, 0, data.length - 1);

		System.out.println(Arrays.toString(data));
	}

}
