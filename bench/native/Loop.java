/** The same loop in Java, with the same overflow checks. */
public final class Loop {
    public static void main(String[] arguments) {
        long n = 0;
        long sum = 0;
        while (n < 100_000_000) {
            sum = Math.addExact(sum, n % 7);
            n = Math.addExact(n, 1);
        }
        System.out.println(sum);
    }
}
