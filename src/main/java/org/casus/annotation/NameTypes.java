package org.casus.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives names that the CRF passed over the type that the same name has elsewhere in the article. */
final class NameTypes {
    private NameTypes() {}

    /** The names of each sentence, of one type throughout the article where the first of them had none. */
    static List<List<EntityMention>> agree(List<List<EntityMention>> names) {
        Map<String, EntityMention.Type> known = new HashMap<>();
        for (List<EntityMention> sentence : names) {
            for (EntityMention name : sentence) {
                if (name.type() != EntityMention.Type.MISC) {
                    known.putIfAbsent(name.text(), name.type());
                    if (name.type() == EntityMention.Type.PERSON) {
                        known.putIfAbsent(surname(name.text()), name.type());
                    }
                }
            }
        }
        return names.stream()
                .map(sentence ->
                        sentence.stream().map(name -> typed(name, known)).toList())
                .toList();
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static EntityMention typed(EntityMention name, Map<String, EntityMention.Type> known) {
        EntityMention.Type type = name.type() == EntityMention.Type.MISC
                ? known.getOrDefault(name.text(), EntityMention.Type.MISC)
                : name.type();
        return new EntityMention(type, name.first(), name.end(), name.span(), name.text());
    }
}
