package probity.report.allure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import probity.report.Subject;

/**
 * By what Allure recognises a test again. Each scenario of each candidate is a test of its own.
 *
 * @param fullName the test's name, candidate first
 * @param testCaseId the test
 * @param historyId the test with its parameters
 */
record Identity(String fullName, String testCaseId, String historyId) {
    static Identity of(String address, Subject subject) {
        String fullName = address + " › " + subject.id();
        return new Identity(fullName, hash("case " + fullName), hash("history " + fullName));
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }
}
